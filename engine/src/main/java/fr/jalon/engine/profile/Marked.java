package fr.jalon.engine.profile;

import java.util.BitSet;

/**
 * All that one search found in one block, not only its first cells.
 *
 * @param column index of the column of the cells, -1 for whole rows
 * @param rows true when rows were sought, false for values
 * @param hits rows found, 0-based in the block
 * @param changed those of them whose value would be written otherwise; empty when rows were sought
 */
public record Marked(Found found, int column, boolean rows, BitSet hits, BitSet changed) {}
