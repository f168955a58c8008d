/**
 * One structured text, given as an accessible PDF, as an ODT and as plain text; texts with fields,
 * edited by people, from which it is filled, each writing kept; and the papers that were given out,
 * kept with the signed scan that comes back.
 *
 * <p>Not here: what documents say, who asks for them and who may. Nothing is taken from the network
 * or from a file, and no markup comes from outside: a text is a text, whatever it looks like.
 *
 * <p>To add a kind of block, add a record to {@link fr.jalon.portal.document.Block} and a method to
 * {@link fr.jalon.portal.document.BlockWriter}: the compiler names the writers that lack it. To add
 * a text that people edit, implement {@link fr.jalon.portal.document.TextKind} in the room that
 * fills it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"register", "storage", "web"})
package fr.jalon.portal.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
