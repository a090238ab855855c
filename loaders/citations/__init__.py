"""Citations: where a text names documents, and which of these mean one."""
