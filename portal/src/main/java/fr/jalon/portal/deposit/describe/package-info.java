/**
 * A description written from the data: title, sentences, theme, territory, period, frequency, what
 * the columns mean. Everything here is a function of the file as it was read and mended; nothing
 * knows of a deposit, a person or a page.
 *
 * <p>No value of a column of personal data is ever repeated.
 */
@NullMarked
package fr.jalon.portal.deposit.describe;

import org.jspecify.annotations.NullMarked;
