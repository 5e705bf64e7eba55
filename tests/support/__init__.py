"""What several tests share: the outline of a tree, the running text of the seed documents."""
