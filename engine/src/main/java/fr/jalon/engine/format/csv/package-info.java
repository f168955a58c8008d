/**
 * Text files of cells: any encoding, any delimiter, as municipal software and people write them.
 *
 * <p>In the order of the data: {@link fr.jalon.engine.format.csv.ByteScan} looks at every byte,
 * {@link fr.jalon.engine.format.csv.EncodingGuess} names the encoding, {@link
 * fr.jalon.engine.format.csv.DialectDetector} the delimiter and quotes, {@link
 * fr.jalon.engine.format.csv.FirstPass} reads every record once to count and to find the layout,
 * and {@link fr.jalon.engine.format.csv.CsvTable} gives the blocks.
 *
 * <p>Bytes are parsed as they are, since every encoding accepted is ASCII at heart (UTF-16 and
 * UTF-32 are rewritten first), and only cells with other bytes are transcoded: no cell becomes a
 * {@code String} on the way.
 */
@NullMarked
package fr.jalon.engine.format.csv;

import org.jspecify.annotations.NullMarked;
