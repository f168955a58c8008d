package fr.jalon.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.engine.schema.SchemaMatch.FieldMatch;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeparturesTest {
  private static final SchemaMatch MATCH =
      new SchemaMatch(
          "scdl/subventions",
          "2.1.1",
          "Subventions",
          1,
          1,
          2,
          List.of(
              new FieldMatch("idBeneficiaire", "", false, "SIRET", 1, "synonym"),
              new FieldMatch("montant", "", true, null, 0, "none")));

  @Test
  void countsAbsentColumnsOtherNamesAndValuesThatTheModelDoesNotAdmit() {
    List<Cause> findings =
        List.of(
            finding("missing-field", Severity.WARNING, null),
            finding("other-name", Severity.ADVICE, null),
            finding("siret-invalid", Severity.WARNING, "SIRET"),
            finding("siret-rounded", Severity.WARNING, "SIRET"));

    assertThat(Departures.count(findings, MATCH)).isEqualTo(4);
  }

  @Test
  void leavesOutWhatTheModelDoesNotAsk() {
    List<Cause> findings =
        List.of(
            finding("wrong-type", Severity.WARNING, "Téléphone"),
            finding("other-authority", Severity.WARNING, "SIRET"),
            finding("surrounding-spaces", Severity.ADVICE, "SIRET"),
            finding("unknown-column", Severity.ADVICE, "Téléphone"),
            finding("duplicate-rows", Severity.WARNING, null));

    assertThat(Departures.count(findings, MATCH)).isZero();
  }

  private static Cause finding(String code, Severity severity, @Nullable String column) {
    return new Cause(code, severity, column, null, 1, List.of(), Map.of());
  }
}
