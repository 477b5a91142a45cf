// SPDX-License-Identifier: MPL-2.0
#include "list_file.h"

#include "config_error.h"
#include "limits.h"
#include "regular_file.h"

#include <cstring>
#include <string_view>
#include <vector>

namespace kea_policy {

namespace {

constexpr std::size_t chunk_bytes = 64 * 1024;
constexpr std::string_view blanks = " \t";
constexpr std::string_view utf8_mark = "\xef\xbb\xbf";

/// The lines of a file, without their ends.
class LineReader {
public:
    LineReader(const std::string& path, const std::string& config_path)
        : path_(path), config_path_(config_path), file_(path, config_path, limits::list_file_bytes),
          buffer_(chunk_bytes + limits::list_line_bytes + 2) {}

    /// The line stays valid until the next call.
    bool next(std::string_view& line) {
        ++number_;
        std::size_t searched = begin_;
        for (;;) {
            const void* found = std::memchr(buffer_.data() + searched, '\n', end_ - searched);
            if (found != nullptr) {
                const auto end = static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data());
                line = take(end);
                begin_ = end + 1;
                return true;
            }
            if (end_ - begin_ > limits::list_line_bytes + 1) {
                take(end_);  // refuses
            }
            if (!fill()) {
                line = take(end_);
                const bool any = begin_ != end_;
                begin_ = end_;
                return any;
            }
            searched = begin_;
        }
    }

    [[noreturn]] void refuse(const std::string& problem) const {
        throw ConfigError(path_ + ":" + std::to_string(number_) + ": " + problem + " (the file is named by " + config_path_ +
                          ").");
    }

private:
    std::string_view take(std::size_t end) const {
        std::string_view line(buffer_.data() + begin_, end - begin_);
        if (!line.empty() && line.back() == '\r') {
            line.remove_suffix(1);
        }
        if (line.size() > limits::list_line_bytes) {
            refuse("found a line longer than " + std::to_string(limits::list_line_bytes) +
                   " bytes, expected one entry a line; look whether this is the right file");
        }
        return line;
    }

    /// Reads on behind what is left of the buffer; false at the end of the file.
    bool fill() {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
        const std::size_t got = file_.read(buffer_.data() + end_, chunk_bytes);
        end_ += got;
        return got != 0;
    }

    const std::string& path_;
    const std::string& config_path_;
    RegularFile file_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::uint64_t number_ = 0;
};

std::string_view trimmed(std::string_view text) noexcept {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string_view withoutComment(std::string_view line, ListKind kind) noexcept {
    const std::string_view text = trimmed(line);
    if (kind == ListKind::String) {
        return !text.empty() && text.front() == '#' ? std::string_view{} : text;
    }
    return trimmed(text.substr(0, text.find('#')));
}

}  // namespace

void readListFile(const std::string& file, const std::string& config_path, ListKind kind,
                  const std::function<void(const ListEntry&)>& add) {
    LineReader lines(file, config_path);
    ListEntry entry;
    std::string_view line;
    for (bool first = true; lines.next(line); first = false) {
        if (first && line.substr(0, utf8_mark.size()) == utf8_mark) {
            line.remove_prefix(utf8_mark.size());
        } else if (first && (line.substr(0, 2) == "\xff\xfe" || line.substr(0, 2) == "\xfe\xff")) {
            lines.refuse("found UTF-16, expected UTF-8; save the file as UTF-8");
        }
        const std::string_view text = withoutComment(line, kind);
        if (text.empty()) {
            continue;
        }
        const std::string problem = parseListEntry(kind, text, entry);
        if (!problem.empty()) {
            lines.refuse(problem);
        }
        add(entry);
    }
}

}  // namespace kea_policy
