/**
 * What the engine is worth, in figures: how well it reads polluted files and short French texts,
 * and how fast. Run by {@code ./jalon bench}; the tests here hold a sample of it.
 */
@NullMarked
package fr.jalon.corpus.bench;

import org.jspecify.annotations.NullMarked;
