package io.attune.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A name that is safe to show and to save under. */
class FileNameTest {
    @Test
    void has_no_folder_and_nothing_hidden() {
        assertThat(FileName.fit("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileName.fit("C:\\Users\\me\\bill.pdf")).isEqualTo("bill.pdf");
        assertThat(FileName.fit("..bashrc")).isEqualTo("bashrc");
        assertThat(FileName.fit("a\r\nSet-Cookie: x\".png")).isEqualTo("aSet-Cookie x.png");
        assertThat(FileName.fit("photo\u202egpj.exe")).isEqualTo("photogpj.exe");
    }

    @Test
    void keeps_its_ending_when_it_is_cut() {
        assertThat(FileName.fit("x".repeat(300) + ".jpeg")).hasSize(100).endsWith("x.jpeg");
    }

    @Test
    void is_something_where_there_is_none() {
        assertThat(FileName.fit(null)).isEqualTo("file");
        assertThat(FileName.fit("///")).isEqualTo("file");
    }
}
