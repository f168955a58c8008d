package fr.jalon.portal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.jalon.engine.query.Bounds;
import fr.jalon.portal.catalog.Bars.Bar;
import fr.jalon.portal.web.Networks;
import fr.jalon.portal.web.Rejected;
import fr.jalon.portal.web.TokenBuckets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
    assertThat(Networks.of("2001:db8:1:2::1")).isEqualTo(Networks.of("2001:db8:1:2:ffff::9"));
    assertThat(Networks.of("192.0.2.1")).isNotEqualTo(Networks.of("192.0.2.2"));
    assertThat(Networks.of("::ffff:192.0.2.1")).isEqualTo(Networks.of("192.0.2.1"));
    assertThat(Networks.of("facade.de")).as("a name, not looked up").isEqualTo("facade.de");
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

  @Test
  void gathersByAGridThatDoesNotMoveWithTheFrame() {
    MapGrid here = MapGrid.of(new Bounds(1.60, 46.75, 1.80, 46.86), 12);
    MapGrid there = MapGrid.of(new Bounds(1.61, 46.755, 1.81, 46.865), 12);
    double width = (here.whole().east() - here.whole().west()) / Math.sqrt(here.cells() * 2.0);

    assertThat(here.whole().west()).isLessThanOrEqualTo(1.60);
    assertThat(here.whole().east()).isGreaterThanOrEqualTo(1.80);
    assertThat(here.whole().north()).isGreaterThanOrEqualTo(46.86);
    double moved = (there.whole().west() - here.whole().west()) / width;
    assertThat(moved).isCloseTo(Math.rint(moved), within(1e-6));
    assertThat(MapGrid.of(Bounds.WORLD, 22).cells()).isLessThanOrEqualTo(1152);
  }

  @Test
  void keepsMarksApartAndLosesNoRow() {
    Random random = new Random(5);
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      marks.add(new Mark(1.6 + random.nextDouble() / 5, 46.8 + random.nextDouble() / 9, 1 + i, i));
    }

    List<Mark> apart = Mark.apart(marks, 12);

    assertThat(apart).hasSizeLessThan(300);
    assertThat(apart.stream().mapToLong(Mark::count).sum()).isEqualTo(300 * 301 / 2);
    assertThat(Mark.apart(apart, 12)).hasSameSizeAs(apart);
    assertThat(Mark.apart(marks, 22)).hasSizeGreaterThan(290);
  }

  private static Bar bar(double value) {
    return new Bar("", value, "", "", false);
  }
}
