/**
 * Rare variants of a frequent value of the same column: a letter typed wrong, accents or capitals
 * lost, a label that dissents from its code, a unit spelled otherwise.
 *
 * <p>{@link fr.jalon.engine.rule.variant.Variants} is the way in; one class a kind of evidence,
 * each working on distinct values. Everything found here is to be asked, never certain. Not here:
 * telling it, counting it, mending it.
 */
@NullMarked
package fr.jalon.engine.rule.variant;

import org.jspecify.annotations.NullMarked;
