/**
 * What every mend promises, tried on each example, on the corpus and on hostile tables: exactly the
 * announced cells change, to the announced values, and no other.
 *
 * <p>What is announced is computed here a second time, from the JSON of the mend alone and by other
 * means than the engine's: {@link fr.jalon.engine.rule.promise.NaiveMend}.
 */
@NullMarked
package fr.jalon.engine.rule.promise;

import org.jspecify.annotations.NullMarked;
