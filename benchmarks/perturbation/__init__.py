"""The same papers typed and set otherwise: what is read of them may not change."""
