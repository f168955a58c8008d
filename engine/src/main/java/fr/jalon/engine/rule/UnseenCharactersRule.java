package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.rule.mend.Spaces;
import fr.jalon.engine.table.Text;
import java.util.Map;
import java.util.Set;

/** Signs of no width and control codes in texts: nobody sees them, programs do. */
final class UnseenCharactersRule implements Rule {
  /** Of one word, whose form tells that nothing is missing in it. */
  private static final Set<Kind> ONE_WORD =
      Set.of(
          Kinds.URL,
          Kinds.EMAIL,
          Kinds.UUID,
          Kinds.IBAN,
          Kinds.NIR,
          Kinds.RNA,
          Kinds.UAI,
          Kinds.SIRET,
          Kinds.SIREN,
          Kinds.INSEE,
          Kinds.POSTAL,
          Kinds.PHONE);

  @Override
  public String code() {
    return "unseen-characters";
  }

  @Override
  public void look(Facts facts, Report report) {
    Conversion.DropUnseen drop = new Conversion.DropUnseen();
    for (ColumnFacts column : facts.columns()) {
      Parting parting = new Parting(column);
      report.cells(
          this,
          Severity.ADVICE,
          column,
          parting::see,
          drop::convert,
          () ->
              Remedy.convert(
                  !parting.seen, drop, parting.seen ? Map.of("variant", "parting") : Map.of()));
    }
  }

  /** Whether a sign that goes may be what parts two words of the column. */
  private static final class Parting {
    private final ColumnFacts column;
    private boolean seen;

    Parting(ColumnFacts column) {
      this.column = column;
    }

    void see(String text) {
      seen |= Spaces.mayPart(text) && !isOneWord(Spaces.seen(text));
    }

    /** A code, an address of the web: without what is not seen it is what the column holds. */
    private boolean isOneWord(String text) {
      return ONE_WORD.contains(column.kind()) && column.kind().canonical(Text.of(text)) != null;
    }
  }
}
