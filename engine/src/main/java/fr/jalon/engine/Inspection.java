package fr.jalon.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.jalon.engine.profile.Profile;
import fr.jalon.engine.rule.Cause;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.schema.SchemaChoice;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Refusal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything one look at a file teaches. When {@code refusal} is given the rest is null or empty.
 *
 * @param version of this document: 2 since mends are typed data, 0 for one stored before
 * @param name the file's name as its owner gave it
 * @param size in bytes
 * @param sha256 of the bytes received, in lower-case hexadecimal
 * @param preview the first rows of the table understood, at most {@value #PREVIEW_ROWS}, one list
 *     of cells a row
 * @param findings what is wrong, errors first
 * @param proposals mends, certain ones first
 * @param leftOut what was chosen to hide people and does not fit the table any more
 */
public record Inspection(
    int version,
    String name,
    long size,
    String sha256,
    @Nullable Refusal refusal,
    @Nullable Reading reading,
    @Nullable Profile profile,
    @Nullable SchemaChoice schema,
    List<PreviewRow> preview,
    List<Cause> findings,
    List<Proposal> proposals,
    List<Export.LeftOut> leftOut) {
  public static final int VERSION = 2;
  public static final int PREVIEW_ROWS = 50;

  public Inspection {
    preview = List.copyOf(preview);
    findings = List.copyOf(findings);
    proposals = List.copyOf(proposals);
    leftOut = List.copyOf(leftOut);
  }

  /** An inspection in which everything chosen fits. */
  public Inspection(
      int version,
      String name,
      long size,
      String sha256,
      @Nullable Refusal refusal,
      @Nullable Reading reading,
      @Nullable Profile profile,
      @Nullable SchemaChoice schema,
      List<PreviewRow> preview,
      List<Cause> findings,
      List<Proposal> proposals) {
    this(
        version, name, size, sha256, refusal, reading, profile, schema, preview, findings,
        proposals, List.of());
  }

  /** A file that cannot be read. */
  public static Inspection refused(String name, long size, String sha256, Refusal refusal) {
    return new Inspection(
        VERSION, name, size, sha256, refusal, null, null, null, List.of(), List.of(), List.of());
  }

  /** Reads an inspection, also one stored when causes did not know their mends. */
  @JsonCreator
  static Inspection read(
      @JsonProperty("version") int version,
      @JsonProperty("name") String name,
      @JsonProperty("size") long size,
      @JsonProperty("sha256") String sha256,
      @JsonProperty("refusal") @Nullable Refusal refusal,
      @JsonProperty("reading") @Nullable Reading reading,
      @JsonProperty("profile") @Nullable Profile profile,
      @JsonProperty("schema") @Nullable SchemaChoice schema,
      @JsonProperty("preview") @Nullable List<PreviewRow> preview,
      @JsonProperty("findings") @Nullable List<Cause> findings,
      @JsonProperty("proposals") @Nullable List<Proposal> proposals,
      @JsonProperty("leftOut") @Nullable List<Export.LeftOut> leftOut) {
    List<Proposal> mends = proposals == null ? List.of() : proposals;
    List<Cause> causes = findings == null ? List.of() : findings;
    if (version < VERSION) {
      causes = causes.stream().map(cause -> linked(cause, mends)).toList();
    }
    return new Inspection(
        version,
        name,
        size,
        sha256,
        refusal,
        reading,
        profile,
        schema,
        preview == null ? List.of() : preview,
        causes,
        mends,
        leftOut == null ? List.of() : leftOut);
  }

  /** A mend of the same rule in the same column was made for this cause. */
  private static Cause linked(Cause cause, List<Proposal> mends) {
    for (Proposal proposal : mends) {
      boolean same = proposal.rule().equals(cause.code());
      boolean whole = proposal.column() == null && proposal.mend().columns().isEmpty();
      boolean here =
          Objects.equals(proposal.column(), cause.column())
              || proposal.mend().columns().stream()
                  .anyMatch(column -> column.name().equals(cause.column()));
      if (same && (whole || here)) {
        return cause.mendedBy(proposal.id(), Math.min(cause.count(), proposal.count()));
      }
    }
    return cause;
  }

  /** The same, proposing something else. */
  public Inspection withProposals(List<Proposal> others) {
    return new Inspection(
        version, name, size, sha256, refusal, reading, profile, schema, preview, findings, others,
        leftOut);
  }

  /** A row of the table; {@code sourceRow} is its 1-based number in the file. */
  public record PreviewRow(long sourceRow, List<String> cells) {
    public PreviewRow {
      cells = List.copyOf(cells);
    }
  }
}
