package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.ColumnEvidence;
import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.table.Text;

/** Any text: every value is one, written as it should be. */
final class TextKind implements Kind {
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
}
