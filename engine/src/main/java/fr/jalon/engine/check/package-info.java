/**
 * What is wrong in a table. One class a check, one finding a place, exact counts, at most 20
 * samples.
 *
 * <p>To add one: the class, a line in {@link fr.jalon.engine.check.Checks}, its page in French, its
 * examples.
 */
@NullMarked
package fr.jalon.engine.check;

import org.jspecify.annotations.NullMarked;
