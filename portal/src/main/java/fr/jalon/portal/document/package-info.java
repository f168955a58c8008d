/**
 * One structured text, given as an accessible PDF, as an ODT and as plain text; and texts with
 * fields, edited by people, from which it is filled.
 *
 * <p>Not here: what documents say, who asks for them, where they are kept. Nothing is taken from
 * the network or from a file, and no markup comes from outside: a text is a text, whatever it looks
 * like.
 *
 * <p>To add a kind of block, add a record to {@link fr.jalon.portal.document.Block} and a method to
 * {@link fr.jalon.portal.document.BlockWriter}: the compiler names the writers that lack it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web"})
package fr.jalon.portal.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
