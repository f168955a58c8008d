/**
 * Who needs somebody today, and why: signals, one small class a kind, kept until what they tell of
 * is resolved.
 *
 * <p>Not here: the pages ({@code home}), and the facts, which are read where they live each time
 * one looks.
 *
 * <p>To add a kind, write a {@link fr.jalon.portal.home.signal.SignalKind}, its line in {@link
 * fr.jalon.portal.home.signal.SignalKinds#ALL}, its words in the message files and its examples in
 * {@code SignalKindsTest}; a number of days that decides is a {@link
 * fr.jalon.portal.home.signal.Threshold}.
 */
@NullMarked
package fr.jalon.portal.home.signal;

import org.jspecify.annotations.NullMarked;
