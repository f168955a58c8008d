package fr.jalon.engine.rule.mend;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Engine;
import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.Noon;
import fr.jalon.engine.Progress;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellEditsTest {
  private static final String FILE = "Titre;;\nnom;lieu;note\nA;X;\"un\ndeux\"\nB;Y;trois\n";

  @TempDir Path folder;

  @Test
  void anEditHoldsOnAReadingWithOtherTitles() throws IOException {
    List<Proposal> held =
        held(ReadOptions.NONE.withHeaderRows(List.of()), edit("B3", "X"), edit("C4", "trois"));

    assertThat(held).extracting(Proposal::id).containsExactly("edit-cell:B3", "edit-cell:C4");
    assertThat(held).extracting(Proposal::column).doesNotContain("ancien nom");
  }

  @Test
  void anEditOfACellThatHoldsSomethingElseDoesNot() throws IOException {
    assertThat(held(ReadOptions.NONE, edit("B3", "Z"), edit("Z3", "X"), edit("B99", ""))).isEmpty();
  }

  @Test
  void aFormThatChangedTheLineBreaksOfACellIsStillItsOwn() throws IOException {
    assertThat(held(ReadOptions.NONE, edit("C3", "un\r\ndeux"))).hasSize(1);
  }

  private List<Proposal> held(ReadOptions reading, Proposal... edits) throws IOException {
    Path file = Files.writeString(folder.resolve("fichier.csv"), FILE);
    InspectOptions options = new InspectOptions(reading, null, null).withEdits(List.of(edits));
    Source source = new Source(file, "fichier.csv", Files.size(file), folder);
    return Engine.inspect(source, options, Noon.CLOCK, Progress.NONE).proposals().stream()
        .filter(one -> one.mend() instanceof EditCells)
        .toList();
  }

  private static Proposal edit(String address, String before) {
    String letters = address.substring(0, 1);
    EditCells.Edit edit =
        new EditCells.Edit(
            new ColumnRef("ancien nom", letters),
            Long.parseLong(address.substring(1)),
            before,
            "neuf");
    return new Proposal(
        "edit-cell:" + address,
        "edit-cell",
        "ancien nom",
        letters,
        Map.of("address", address, "value", "neuf"),
        1,
        List.of(new Proposal.Change(address, before, "neuf")),
        false,
        new EditCells(List.of(edit)));
  }
}
