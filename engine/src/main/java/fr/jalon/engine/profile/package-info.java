/**
 * What the columns hold: counts, ranges, most frequent values, and the kind of value (SIRET, date,
 * commune…) each column is made of.
 *
 * <p>Not here: what they should hold ({@code schema}) or what is wrong ({@code check}).
 */
@NullMarked
package fr.jalon.engine.profile;

import org.jspecify.annotations.NullMarked;
