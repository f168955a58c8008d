package fr.jalon.engine.rule.variant;

import fr.jalon.engine.TextTable;
import fr.jalon.engine.personal.Detection;
import fr.jalon.engine.profile.Profiler;
import fr.jalon.engine.profile.Profiling;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The variants of a table made of text, cells apart by ";". */
final class Look {
  private Look() {}

  /** With what the rows tell. */
  static Variants at(String text) {
    List<Block> blocks = new ArrayList<>();
    Profiling profiling = profile(text, blocks);
    return Variants.of(profiling, blocks.get(0));
  }

  /** As in a table of several blocks: columns speak for themselves. */
  static Variants atColumns(String text) {
    return Variants.of(profile(text, new ArrayList<>()), null);
  }

  private static Profiling profile(String text, List<Block> blocks) {
    try {
      Table table = TextTable.of(text);
      Profiling profiling = Profiler.profile(table, blocks::add);
      LocalDate today = LocalDate.of(2026, 1, 1);
      Detection seen = Detection.of(profiling, null, table.reading(), "", today);
      return profiling.with(profiling.profile().withPersonal(seen.codes()));
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** All variants of a table of so many columns, as "from → to". */
  static List<String> told(Variants variants, int columns) {
    List<String> told = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      variants.ofColumn(column).forEach(each -> told.add(each.from() + " → " + each.to()));
    }
    return told;
  }

  /** A column of these values, each as many times as said: "10 Orléans". */
  static String column(String... counted) {
    StringBuilder text = new StringBuilder("valeur");
    for (String each : counted) {
      int space = each.indexOf(' ');
      String value = each.substring(space + 1);
      text.append(('\n' + value).repeat(Integer.parseInt(each.substring(0, space))));
    }
    return text.toString();
  }
}
