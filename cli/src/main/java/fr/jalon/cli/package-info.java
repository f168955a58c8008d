/**
 * The engine at a prompt and on a pipe: {@link fr.jalon.cli.Jalon} for people, {@link
 * fr.jalon.cli.Worker} for the portal.
 *
 * <p>Not here: anything that reads or judges a file; that is the engine's. A worker has no
 * database, no network and no secret: what it needs comes on its pipe and in its folder.
 */
@NullMarked
package fr.jalon.cli;

import org.jspecify.annotations.NullMarked;
