"""Names: of agencies, places, persons, types of documents; numbers, dates and titles."""
