"""Grammar: rows of tables as regexes that are looked for by a word first."""
