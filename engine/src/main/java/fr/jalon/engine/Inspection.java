package fr.jalon.engine;

import fr.jalon.engine.check.Finding;
import fr.jalon.engine.profile.Profile;
import fr.jalon.engine.repair.RepairStep;
import fr.jalon.engine.schema.SchemaChoice;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything one look at a file teaches. When {@code refusal} is given the rest is null or empty.
 *
 * @param name the file's name as its owner gave it
 * @param size in bytes
 * @param sha256 of the bytes received, in lower-case hexadecimal
 * @param preview the first rows of the table understood, at most {@value #PREVIEW_ROWS}, one list
 *     of cells a row
 * @param proposals repairs, certain ones first
 */
public record Inspection(
    String name,
    long size,
    String sha256,
    @Nullable Refusal refusal,
    @Nullable Reading reading,
    @Nullable Profile profile,
    @Nullable SchemaChoice schema,
    List<PreviewRow> preview,
    List<Finding> findings,
    List<RepairStep> proposals) {
  public static final int PREVIEW_ROWS = 50;

  public Inspection {
    preview = List.copyOf(preview);
    findings = List.copyOf(findings);
    proposals = List.copyOf(proposals);
  }

  /** The same, proposing something else. */
  public Inspection withProposals(List<RepairStep> steps) {
    return new Inspection(
        name, size, sha256, refusal, reading, profile, schema, preview, findings, steps);
  }

  /** A row of the table; {@code sourceRow} is its 1-based number in the file. */
  public record PreviewRow(long sourceRow, List<String> cells) {
    public PreviewRow {
      cells = List.copyOf(cells);
    }
  }
}
