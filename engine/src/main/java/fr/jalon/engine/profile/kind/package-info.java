/**
 * Kinds of value, one class each: what a value looks like and how it is written canonically.
 *
 * <p>To add one, implement {@link fr.jalon.engine.profile.kind.Kind} and add a line to {@link
 * fr.jalon.engine.profile.kind.Kinds}.
 */
@NullMarked
package fr.jalon.engine.profile.kind;

import org.jspecify.annotations.NullMarked;
