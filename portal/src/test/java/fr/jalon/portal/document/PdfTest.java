package fr.jalon.portal.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class PdfTest {
  @Test
  void first() throws Exception {
    for (int i = 0; i < 3; i++) {
      long t = System.nanoTime();
      try (OutputStream out = new FileOutputStream("/tmp/docs/all.pdf")) {
        System.out.println(Pdf.write(Samples.everything(), out));
      }
      System.out.println((System.nanoTime() - t) / 1000000);
      t = System.nanoTime();
      try (OutputStream out = new FileOutputStream("/tmp/docs/all.odt")) {
        Odt.write(Samples.everything(), out);
      }
      System.out.println((System.nanoTime() - t) / 1000000);
    }
    assertThat(1).isEqualTo(1);
  }
}
