"""Writers: the resolved tree → files. They spend the tree; none of them decides what a document says."""
