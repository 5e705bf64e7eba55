"""What building costs: ours against docxtpl used plainly, side by side. Run by `build.py bench`."""
