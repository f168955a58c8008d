/**
 * Every reader under a fuzzer: files made of valid ones, changed at random and kept when they reach
 * code that no other did.
 */
@NullMarked
package fr.jalon.engine.fuzz;

import org.jspecify.annotations.NullMarked;
