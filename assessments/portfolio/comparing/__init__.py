"""Results of many accounts where comparisons with limits alone decide: column by column."""
