package fr.jalon.engine.format.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Engine;
import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Noon;
import fr.jalon.engine.Progress;
import fr.jalon.engine.format.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookEscapesTest {
  @TempDir Path folder;

  /** "_x005F_" is an underscore (ECMA-376): somebody wrote "_x000D_", and may have meant it. */
  @Test
  void asksOfWhatIsWrittenLikeAnEscapeInAWorkbook() throws IOException {
    String rows = XlsxFile.rows("code;sens\n_x005F_x000D_;retour\n_x005F_x000A_;ligne\nx;autre");
    Path file = folder.resolve("a.xlsx");
    Files.write(file, new XlsxFile().sheet("A", rows).bytes());
    Source source = new Source(file, "a.xlsx", Files.size(file), folder);

    Inspection seen = Engine.inspect(source, InspectOptions.NONE, Noon.CLOCK, Progress.NONE);

    assertThat(seen.proposals())
        .filteredOn(mend -> mend.rule().equals("escaped-characters"))
        .singleElement()
        .satisfies(mend -> assertThat(mend.certain()).isFalse())
        .satisfies(mend -> assertThat(mend.count()).isEqualTo(2));
  }
}
