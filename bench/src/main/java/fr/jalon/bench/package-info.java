/**
 * What the engine is worth, in figures: how well it reads polluted files and short French texts,
 * how fast, what its mends put right and what they harm, and whether the examples of its rules
 * notice a rule that errs. Run by {@code ./jalon bench}; the tests here hold a sample of it.
 */
@NullMarked
package fr.jalon.bench;

import org.jspecify.annotations.NullMarked;
