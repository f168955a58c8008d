package fr.jalon.engine.query;

/** An order of rows by one column; empty cells come last either way. */
public record Sort(String column, boolean descending) {}
