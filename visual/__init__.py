"""Results in, pages and graph views out; knows neither HTTP nor the stores."""
