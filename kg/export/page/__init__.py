"""The page's own files: template, style sheet, scripts, words and the looks of nodes and edges."""
