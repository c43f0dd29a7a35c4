"""An answer that is told anew while something else is asked, by what is answered."""
