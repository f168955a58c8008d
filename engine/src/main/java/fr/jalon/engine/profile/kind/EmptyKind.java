package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.ColumnEvidence;
import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.table.Text;
import org.jspecify.annotations.Nullable;

/** Nothing at all: no value is of this kind. */
final class EmptyKind implements Kind {
  @Override
  public String code() {
    return "empty";
  }

  @Override
  public ValueType type() {
    return ValueType.TEXT;
  }

  @Override
  public boolean plausible(Shape shape) {
    return false;
  }

  @Override
  public @Nullable String canonical(Text value) {
    return null;
  }

  @Override
  public boolean suits(ColumnEvidence column) {
    return false;
  }
}
