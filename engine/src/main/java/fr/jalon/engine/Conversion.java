package fr.jalon.engine;

import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What came of writing a file as plain CSV.
 *
 * @param refusal why the file cannot be read, null when it was
 * @param reading how it was read, null when refused
 * @param rows written, the line of names not counted
 */
public record Conversion(@Nullable Refusal refusal, @Nullable Reading reading, long rows) {}
