"""Layout: blocks, headings, regions and tables of a paper."""
