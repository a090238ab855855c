"""The commands of `phahe`, one module each; imported only when called, so that help is fast."""
