package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.ColumnEvidence;
import fr.jalon.engine.profile.PersonalClass;
import fr.jalon.engine.profile.PersonalData;
import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.table.Text;
import org.jspecify.annotations.Nullable;

/** Any text: every value is one, written as it should be. */
final class TextKind implements Kind {
  /** From this share of civilities on, a column is one of people. */
  private static final double NAMING_SOMEONE = 0.3;

  @Override
  public String code() {
    return "text";
  }

  @Override
  public ValueType type() {
    return ValueType.TEXT;
  }

  @Override
  public boolean plausible(Shape shape) {
    return true;
  }

  @Override
  public String canonical(Text value) {
    return value.toString();
  }

  @Override
  public boolean suits(ColumnEvidence column) {
    return true;
  }

  @Override
  public @Nullable PersonalClass personal(ColumnEvidence column) {
    return PersonalData.isNameColumn(column.header(), column.amongPeople())
            || column.shareOf(PersonalData::namesSomeone) >= NAMING_SOMEONE
        ? PersonalClass.PERSON_NAME
        : null;
  }
}
