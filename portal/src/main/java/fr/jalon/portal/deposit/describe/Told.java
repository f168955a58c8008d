package fr.jalon.portal.deposit.describe;

/** An answer and where it comes from. */
record Told<T>(T value, Origin origin) {}
