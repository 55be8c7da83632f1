"""The engine that crashes is for a cluster's workers alone; collected, it would be ours too."""

collect_ignore = ["broken_engine"]
