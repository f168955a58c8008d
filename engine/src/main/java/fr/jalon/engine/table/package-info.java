/**
 * What a table is once read: blocks of rows, one dictionary a column and block, and the address of
 * every cell in the file it came from.
 *
 * <p>Not here: how a file is read ({@code format}) or what its values mean ({@code profile}). Every
 * reader ends in a {@link fr.jalon.engine.table.Table}, every later step starts from one. This room
 * uses no other room.
 */
@NullMarked
package fr.jalon.engine.table;

import org.jspecify.annotations.NullMarked;
