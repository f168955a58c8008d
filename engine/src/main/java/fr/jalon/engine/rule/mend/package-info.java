/**
 * What would put a fault right, as typed data: described, kept as JSON in a {@link
 * fr.jalon.engine.rule.mend.Recipe}, replayed on next year's file. Nothing here is a sentence to be
 * parsed again.
 *
 * <p>Not here: when a mend is proposed, which is for the rules. Mends know no rule.
 */
@NullMarked
package fr.jalon.engine.rule.mend;

import org.jspecify.annotations.NullMarked;
