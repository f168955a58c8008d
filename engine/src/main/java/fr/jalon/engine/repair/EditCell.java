package fr.jalon.engine.repair;

import fr.jalon.engine.check.Facts;
import fr.jalon.engine.table.Column;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One cell typed anew by a person. Never proposed: it is made on the page. */
final class EditCell implements Repair {
  static final String CODE = "edit-cell";

  private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,4})(\\d{1,15})");

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void look(Facts facts, Proposals proposals) {
    // only a person knows what a cell should say
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    Matcher parts = address(step);
    if (!parts.matches()) {
      return;
    }
    for (Column column : plan.columns()) {
      if (column.letters().equals(parts.group(1))) {
        String text = step.parameters().getOrDefault("value", "");
        plan.edit(Long.parseLong(parts.group(2)), column, text);
      }
    }
  }

  /** The letters and the row of the cell, when it matches. */
  static Matcher address(RepairStep step) {
    return ADDRESS.matcher(step.parameters().getOrDefault("address", ""));
  }
}
