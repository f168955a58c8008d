package fr.jalon.engine.format.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessyFilesTest {
  @Test
  void readsFilesMadeInEveryCommonWay() {
    List<String> wrong = new ArrayList<>();
    int files = Integer.getInteger("messy", 300);
    for (int seed = 0; seed < files; seed++) {
      MessyFile file = new MessyFile(seed);
      String fault = fault(file);
      if (!fault.isEmpty()) {
        wrong.add(seed + ": " + fault);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String fault(MessyFile file) {
    Csv csv = Csv.read(file.bytes);
    var reading = csv.table().reading();
    if (!String.valueOf(file.delimiter).equals(reading.delimiter())) {
      return "delimiter " + reading.delimiter() + ", wanted " + file.delimiter;
    }
    if (!reading.headerRows().equals(List.of((long) file.headerRow))) {
      return "header " + reading.headerRows() + ", wanted " + file.headerRow;
    }
    if (!reading.columns().equals(file.names)) {
      return reading.encoding() + " columns " + reading.columns() + ", wanted " + file.names;
    }
    if (!csv.rows().equals(file.rows)) {
      return reading.encoding() + ", wanted " + file.encoding + ": cells differ";
    }
    return reading.rows() == file.rows.size() ? "" : "rows " + reading.rows();
  }
}
