/**
 * What is wrong in a table, one cause a class, with the mend that puts it right where there is one.
 * A rule looks once; what it announces is exactly what its mend changes.
 *
 * <p>Not here: what a mend does, which is in {@link fr.jalon.engine.rule.mend}. To add a rule,
 * write its class, its page, its examples and its sentences, and a line in {@link
 * fr.jalon.engine.rule.Rules}.
 */
@NullMarked
package fr.jalon.engine.rule;

import org.jspecify.annotations.NullMarked;
