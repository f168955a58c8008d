package fr.jalon.portal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.portal.catalog.Bars.Bar;
import fr.jalon.portal.web.Rejected;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CatalogPartsTest {
  @Test
  void foldsWordsAsPeopleTypeThem() {
    assertThat(Folding.fold("Équipements d’Œuilly")).isEqualTo("equipements d'oeuilly");
    assertThat(Folding.slug("Équipements d’Œuilly (2024) !"))
        .isEqualTo("equipements-d-oeuilly-2024");
    assertThat(Folding.slug("東京")).isEqualTo("donnees");
    assertThat(Folding.slug("é".repeat(300))).hasSize(80);
  }

  @Test
  void readsTheNameOfAFile() {
    assertThat(FileName.parse("arbres-v12.csv")).isEqualTo(new FileName(12, "csv"));
    assertThat(FileName.parse("arbres.geojson")).isEqualTo(new FileName(0, "geojson"));
    assertThat(FileName.parse("arbres-v0.csv")).isEqualTo(new FileName(0, "csv"));
    assertThatThrownBy(() -> FileName.parse("../../etc/passwd")).isInstanceOf(Rejected.class);
  }

  @Test
  void givesTokensBackWithTime() {
    AtomicLong now = new AtomicLong();
    TokenBuckets buckets = new TokenBuckets(2, 3, now::get);
    for (int i = 0; i < 3; i++) {
      assertThat(buckets.take("a").granted()).isTrue();
    }
    assertThat(buckets.take("a")).isEqualTo(new TokenBuckets.Taken(false, 0, 1));
    assertThat(buckets.take("b").granted()).isTrue();
    now.addAndGet(500_000_000);
    assertThat(buckets.take("a").granted()).isTrue();
    assertThat(buckets.take("a").granted()).isFalse();
  }

  @Test
  void countsANetworkNotItsAddresses() {
    assertThat(ApiThrottle.network("2001:db8:1:2::1"))
        .isEqualTo(ApiThrottle.network("2001:db8:1:2:ffff::9"));
    assertThat(ApiThrottle.network("192.0.2.1")).isNotEqualTo(ApiThrottle.network("192.0.2.2"));
  }

  @Test
  void drawsBarsFromZero() {
    Bars bars = new Bars("", List.of(bar(200), bar(50), bar(0), bar(-100)));

    assertThat(bars.zero()).isEqualTo(26);
    assertThat(bars.width(bars.bars().get(0))).isEqualTo(52);
    assertThat(bars.width(bars.bars().get(1))).isEqualTo(13);
    assertThat(bars.width(bars.bars().get(2))).isZero();
    assertThat(bars.left(bars.bars().get(3))).isZero();
  }

  @Test
  void promisesTheFirstSentenceAndTellsTheRestAfter() {
    Description said =
        SampleDatasets.description(
            "Arbres",
            "L’inventaire des arbres, au 1.1.2024. Chaque arbre.\n\nEt la suite.",
            Theme.ENERGY);

    assertThat(said.promise()).isEqualTo("L’inventaire des arbres, au 1.1.2024.");
    assertThat(said.rest()).containsExactly("Chaque arbre.", "Et la suite.");
  }

  private static Bar bar(double value) {
    return new Bar("", value, "", "", false);
  }
}
