package fr.jalon.portal.organization;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.organization.LocalAuthority.Kind;
import org.junit.jupiter.api.Test;

class OpeningDutyTest {
  @Test
  void holdsFromExactlySoManyInhabitantsAndSaysWhatIsNotKnown() {
    assertThat(OpeningDuty.of(Kind.COMMUNE, 3_499)).isEqualTo(OpeningDuty.NOT_ASKED);
    assertThat(OpeningDuty.of(Kind.COMMUNE, 3_500)).isEqualTo(OpeningDuty.BY_AGENTS);
    assertThat(OpeningDuty.of(Kind.DEPARTEMENT, 300_000)).isEqualTo(OpeningDuty.BY_AGENTS);
    assertThat(OpeningDuty.of(Kind.COMMUNE, 0)).isEqualTo(OpeningDuty.UNKNOWN);
    assertThat(OpeningDuty.of(Kind.EPCI, 2_000)).isEqualTo(OpeningDuty.TO_CHECK);
    assertThat(OpeningDuty.of(Kind.SYNDICAT, 90_000)).isEqualTo(OpeningDuty.TO_CHECK);
  }
}
