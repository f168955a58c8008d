package fr.jalon.portal.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.engine.query.Bounds;
import fr.jalon.portal.explore.Bars.Bar;
import fr.jalon.portal.web.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExplorePartsTest {
  @Test
  void readsTheNameOfAFile() {
    assertThat(FileName.parse("arbres-v12.csv")).isEqualTo(new FileName(12, WrittenFormat.CSV));
    assertThat(FileName.parse("arbres.geojson")).isEqualTo(new FileName(0, WrittenFormat.GEOJSON));
    assertThat(FileName.parse("arbres-v0.csv")).isEqualTo(new FileName(0, WrittenFormat.CSV));
    assertThat(FileName.parse("arbres-v3.excel.csv"))
        .isEqualTo(new FileName(3, WrittenFormat.EXCEL));
    assertThat(FileName.parse("arbres-v3.shp.zip"))
        .isEqualTo(new FileName(3, WrittenFormat.SHAPEFILE));
    assertThatThrownBy(() -> FileName.parse("../../etc/passwd")).isInstanceOf(Rejected.class);
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
