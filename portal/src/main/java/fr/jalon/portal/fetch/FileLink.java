package fr.jalon.portal.fetch;

/**
 * A file that a page offers.
 *
 * @param address where it is, as the page says it
 * @param title what the page calls it, "" for nothing
 * @param format "csv", "xlsx"…: one that can be read
 * @param size in bytes, -1 when the page does not say
 */
public record FileLink(String address, String title, String format, long size) {}
