package fr.jalon.portal.deposit;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.jalon.engine.Json;
import fr.jalon.engine.rule.mend.Proposal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row of the table of decisions, as the database writes it in JSON. */
record DecisionRow(
    @JsonProperty("subject") String subject,
    @JsonProperty("mend") @Nullable String mend,
    @JsonProperty("reason") @Nullable String reason,
    @JsonProperty("reference") String reference,
    @JsonProperty("decided_by") UUID decidedBy,
    @JsonProperty("decided_name") String decidedName,
    @JsonProperty("decided_at") Instant decidedAt,
    @JsonProperty("confirmed_by") @Nullable UUID confirmedBy,
    @JsonProperty("confirmed_name") @Nullable String confirmedName,
    @JsonProperty("confirmed_at") @Nullable Instant confirmedAt) {

  /** The decisions of a deposit, none when null. */
  static List<Decision> read(@Nullable String json) {
    return json == null
        ? List.of()
        : Stream.of(Json.read(json, DecisionRow[].class)).map(DecisionRow::decision).toList();
  }

  private Decision decision() {
    return new Decision(
        subject,
        mend == null ? null : Json.read(mend, Proposal.class),
        reason == null ? null : LegalReason.valueOf(reason),
        reference,
        new Decision.Signature(decidedBy, decidedName, decidedAt),
        confirmation());
  }

  private Decision.@Nullable Signature confirmation() {
    return confirmedBy == null || confirmedName == null || confirmedAt == null
        ? null
        : new Decision.Signature(confirmedBy, confirmedName, confirmedAt);
  }
}
