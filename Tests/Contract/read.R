# Reads every CSV that a site publishes, adds up what programs add up, and joins names to ids.
#
#   Rscript Tests/Contract/read.R OUTPUT
site <- commandArgs(TRUE)[1]
files <- list.files(site, pattern = "\\.csv$", recursive = TRUE, full.names = TRUE)
for (file in files) {
  rows <- read.csv(file, check.names = FALSE, fileEncoding = "UTF-8")
  if (grepl("-display\\.csv$", file)) next
  for (name in grep("usd$", names(rows), value = TRUE)) {
    if (!is.numeric(rows[[name]]) && !all(is.na(rows[[name]]))) stop(file, ": ", name, " is no number")
  }
}
sums <- 0
for (file in list.files(file.path(site, "tables"), pattern = "^[^/]*\\.csv$", full.names = TRUE)) {
  names <- file.path(sub("\\.csv$", "", file), "offers.csv")
  if (!file.exists(names)) next
  rows <- read.csv(file, colClasses = c(offer = "character"))
  joined <- merge(rows, read.csv(names, colClasses = c(offer = "character")), by = "offer")
  if (nrow(joined) != nrow(rows)) stop(file, ": an offer without a name")
  sums <- sums + nrow(aggregate(low_usd ~ offer, joined, sum))
}
if (sums == 0) stop("no comparison")
cat(sprintf("%6d CSV files in R\n%6d sums in R\n", length(files), sums))
